import { Router } from "express";

export function mediaRoutes(): Router {
  return Router();
}
