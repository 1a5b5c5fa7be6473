"use server";

import {
  CreateProjectInput,
  DeleteProjectInput,
  RenameProjectInput,
} from "@/core/projects/inputs";
import { SetStyleInput } from "@/core/projects/style";
import { action } from "@/server/action";
import { setStyle as storeStyle } from "@/server/services/project-style";
import * as projects from "@/server/services/projects";

export const createProject = action(CreateProjectInput, projects.createProject);

export const renameProject = action(RenameProjectInput, projects.renameProject);

export const deleteProject = action(DeleteProjectInput, projects.deleteProject);

export const setStyle = action(SetStyleInput, storeStyle);
