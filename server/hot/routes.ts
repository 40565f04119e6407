import { Router } from "express";

export function hotRoutes(): Router {
  return Router();
}
