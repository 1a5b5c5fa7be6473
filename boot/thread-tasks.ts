// Every module that defines a task for threads: what is not here, no thread can do.
import "@/reader/kept";
import "@/reader/tasks";
import "@/server/services/bundles/export-bundle";
import "@/server/services/editions/document-bundle";
import "@/server/services/editions/edition-tasks";
import "@/server/services/editions/public-file";
import "@/server/services/editions/publish-edition";
