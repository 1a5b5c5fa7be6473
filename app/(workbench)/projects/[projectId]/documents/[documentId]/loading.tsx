import { WorkbenchSkeleton } from "@/components/documents/workbench-skeleton";

export default function DocumentLoading() {
  return <WorkbenchSkeleton />;
}
