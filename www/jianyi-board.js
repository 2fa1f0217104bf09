/**
 * @file The overview for any page:
 *
 * ```html
 * <script type="module" src="jianyi-board.js"></script>
 * <jianyi-board src="ledger.json"></jianyi-board>
 * ```
 *
 * Attributes `src`, `profile`, `locale`, `theme` (`light`, `dark`, `contrast`, `auto`); properties `ledger`, `filter`.
 * Events `jianyi-ready`, `jianyi-filter`, `jianyi-open-entry`, `jianyi-error`.
 * Colours and type are the custom properties of `styles/tokens.css`, set on the element.
 */
import "./elements/register-board.js";

export { JianyiBoard } from "./elements/jianyi-board.js";
