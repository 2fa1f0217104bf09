// The messages of the window that shows the entries behind a rate; they come with it.
import { addMessages } from "../index.js";
import en from "./en.js";
import zh from "./zh-CN.js";

addMessages({ "zh-CN": zh, en });
