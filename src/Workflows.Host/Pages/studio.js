// The frame around Elsa Studio: listens to what it asks, puts its elements on the page, and says its words in the reader's language.
import { listen } from "./studio-server.js";
import { begin, renew } from "./studio-pages.js";
import { translate } from "./studio-words.js";
import { loadInPeace } from "./studio-code.js";

const { words } = document.body.dataset;
const provider = document.createElement("elsa-backend-provider");
provider.setAttribute("remote-endpoint", listen(renew));
document.getElementById("studio").prepend(provider);
begin();
loadInPeace();
if (words) {
  translate(words);
}
