import type { ClientSupport } from "../features/client-support.ts";
import type { Session } from "./handshake.ts";
import { TokenRefresh } from "./token-refresh.ts";

/** How the server tells the client that what it shows of a text is to be asked for anew; as far as the client takes that. */
export interface Refreshes {
  readonly tokens: TokenRefresh | undefined;
  /** What is shown beside a text, as it goes by the settings and by other files. */
  readonly shown: () => void;
}

/** The refreshes that a client takes. It may refuse one, or be gone. */
export function refreshesFor({ connection, faults }: Session, client: ClientSupport): Refreshes {
  const { semanticTokens, inlayHint } = connection.languages;
  const tokens = () => faults.sending("colours", () => semanticTokens.refresh());
  return {
    tokens: client.refreshesTokens ? new TokenRefresh(tokens) : undefined,
    shown: () => {
      if (client.refreshesLenses)
        faults.sending("lenses", () => connection.sendRequest("workspace/codeLens/refresh"));
      if (client.refreshesHints) faults.sending("hints", () => inlayHint.refresh());
    },
  };
}
