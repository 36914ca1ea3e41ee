import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { disk } from "./disk.ts";
import { serve } from "./server.ts";

serve(createConnection(ProposedFeatures.all), disk);
