// nlp.js (node-nlp): its neural classifier over stemmed words, one model per language, told the language of a message.
//
// As documented, but: entities and sentiment off (nobody asks for them here, and they cost time), spelling corrected at
// distance 1 (found to be better on voices held out from the training). Its best guess counts even where it would say
// "None"; besides the best, an intent is heard at its own threshold of 0.5.
"use strict";

const { NlpManager } = require("node-nlp");
const { serve } = require("./wire.js");

async function prepare(utterances) {
  const manager = new NlpManager({
    languages: ["pt", "en", "es"],
    forceNER: false,
    calculateSentiment: false,
    autoSave: false,
    autoLoad: false,
    nlu: { log: false, useNoneFeature: true, spellCheck: true, spellCheckDistance: 1 },
  });
  for (const { language, text, intents } of utterances) manager.addDocument(language, text, intents[0]);
  await manager.train();
  return async ({ language, text }) => {
    const heard = (await manager.process(language, text)).classifications;
    const best = heard.find(({ intent }) => intent !== "None");
    const others = heard.filter((one) => one !== best && one.intent !== "None" && one.score >= 0.5);
    return {
      intents: (best ? [best, ...others] : []).map(({ intent }) => intent),
      confidence: best ? best.score : 0,
    };
  };
}

serve(prepare);
