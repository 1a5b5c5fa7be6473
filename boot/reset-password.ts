// `npm run password -- ADDRESS`: a new password for an account, for whoever runs the server.
import { AppError } from "@/core/errors";
import { EnvError } from "@/server/env";
import { resetPassword } from "@/server/services/accounts/reset-password";
import { borrowDatabase } from "./borrow-database";
import { Problem } from "./problem";

const email = process.argv[2] ?? "";

try {
  const password = await borrowDatabase(() => resetPassword(email));
  console.error(`The account ${email} is signed out everywhere. Its password:`);
  console.log(password);
} catch (error) {
  process.exitCode = 2;
  if (error instanceof AppError)
    console.error(
      `There is no account “${email}”: npm run password -- name@example.org`,
    );
  else if (error instanceof Problem || error instanceof EnvError)
    console.error(error.message);
  else throw error;
}
