// A page for the leader, of what the overview shows.
import { html, nothing } from "lit";

/** @param {import("./app.js").App} app */
export function briefButton(app) {
  const { state, ledger, summary, words } = app;
  if (!summary || state.view !== "overview" || state.entry) return nothing;
  const take = async () => {
    const { takeBrief } = await import("../take/brief.js");
    await takeBrief(ledger, summary, words);
  };
  return html`<button class="button brief" @click=${take}>${words.t("brief")}</button>`;
}
