"use server";

import {
  CreateProjectInput,
  DeleteProjectInput,
  RenameProjectInput,
} from "@/core/projects/inputs";
import { SetStyleInput } from "@/core/projects/style";
import { action } from "@/server/action";
import { LIMITS } from "@/server/rate-limit";
import { setStyle as storeStyle } from "@/server/services/project-style";
import * as projects from "@/server/services/projects";

export const createProject = action(
  LIMITS.createProject,
  CreateProjectInput,
  projects.createProject,
);

export const renameProject = action(
  LIMITS.changeProject,
  RenameProjectInput,
  projects.renameProject,
);

export const deleteProject = action(
  LIMITS.deleteWhole,
  DeleteProjectInput,
  projects.deleteProject,
);

export const setStyle = action(LIMITS.changeProject, SetStyleInput, storeStyle);
