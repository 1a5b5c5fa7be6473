"use server";

import {
  CreateProjectInput,
  DeleteProjectInput,
  RenameProjectInput,
} from "@/core/projects/inputs";
import { action } from "@/server/action";
import * as projects from "@/server/services/projects";

export const createProject = action(CreateProjectInput, projects.createProject);

export const renameProject = action(RenameProjectInput, projects.renameProject);

export const deleteProject = action(DeleteProjectInput, projects.deleteProject);
