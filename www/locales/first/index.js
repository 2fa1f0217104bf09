// The messages of the first use; they come when they are asked for.
import { addMessages } from "../index.js";
import en from "./en.js";
import zh from "./zh-CN.js";

addMessages({ "zh-CN": zh, en });
