// The messages of what is done with ledger files: columns, comparison. They come when first needed.
import { addMessages } from "../index.js";
import en from "./en.js";
import zh from "./zh-CN.js";

addMessages({ "zh-CN": zh, en });
