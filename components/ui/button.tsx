import { Slot } from "radix-ui";
import type { ComponentProps } from "react";

const VARIANTS = {
  /** The one primary action of a view. */
  primary:
    "bg-vermilion text-on-vermilion border-transparent hover:bg-vermilion-strong font-semibold",
  secondary:
    "bg-paper-raised text-ink border-line-strong hover:bg-paper-sunk font-medium",
  quiet:
    "bg-transparent text-ink-2 border-transparent hover:bg-paper-sunk hover:text-ink",
  danger:
    "bg-transparent text-vermilion border-vermilion hover:bg-vermilion-wash font-medium",
} as const;

const SIZES = {
  small: "h-7 px-2 text-[13px] gap-1",
  medium: "h-9 px-3.5 text-sm gap-1.5",
  icon: "h-8 w-8 justify-center",
} as const;

export type ButtonProps = ComponentProps<"button"> & {
  readonly variant?: keyof typeof VARIANTS;
  readonly size?: keyof typeof SIZES;
  /** Renders its only child (a link) with the looks of a button. */
  readonly asChild?: boolean;
  /** Shows that the work it started is under way; it can't be pressed again. */
  readonly busy?: boolean;
};

/** A button. Where it shows an icon alone, give it an `aria-label`. */
export function Button({
  variant = "secondary",
  size = "medium",
  asChild = false,
  busy = false,
  className = "",
  disabled,
  children,
  ...props
}: ButtonProps) {
  const classes = `inline-flex shrink-0 items-center rounded-md border whitespace-nowrap transition-colors duration-100 select-none disabled:opacity-50 disabled:cursor-not-allowed ${VARIANTS[variant]} ${SIZES[size]} ${className}`;
  if (asChild) {
    return (
      <Slot.Root className={classes} {...props}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button
      type="button"
      className={classes}
      disabled={disabled === true || busy}
      aria-busy={busy || undefined}
      {...props}
    >
      {busy && <Spinner />}
      {children}
    </button>
  );
}

/** A turning ring; says nothing by itself, so put words beside it. */
export function Spinner({ className = "" }: { readonly className?: string }) {
  return (
    <span
      aria-hidden
      className={`inline-block size-3.5 animate-spin rounded-full border-2 border-current border-r-transparent ${className}`}
    />
  );
}
