// The messages of the views that check letters and reports; they come with these views.
import { addMessages } from "../index.js";
import en from "./en.js";
import zh from "./zh-CN.js";

addMessages({ "zh-CN": zh, en });
