// The messages of the figures that are taken away; they come with their scripts.
import { addMessages } from "../index.js";
import en from "./en.js";
import zh from "./zh-CN.js";

addMessages({ "zh-CN": zh, en });
