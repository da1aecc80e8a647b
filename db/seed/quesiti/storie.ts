import type { Esito, Storia } from "./tipi";

// What is asked and answered in the demo. Whoever asks is of the demo archive; days count back from today.

/** The quesiti of the people one can be in the demo. */
const DI_CHI_SI_CONOSCE: Storia[] = [
  {
    di: "anna",
    argomento: "contributi_non_risultanti",
    oggetto: "Un trimestre del 2025 non compare nell'estratto",
    carico: "elena",
    messaggi: [
      {
        fa: 47,
        testo:
          "Buongiorno, la signora che lavora da me mi dice che nel suo estratto manca il terzo trimestre del 2025. Io l'ho pagato: ho la ricevuta della banca. Potete controllare? Grazie, Anna Rossi",
      },
      {
        fa: 38,
        azione: "chiusura",
        esito: "positivo",
        testo:
          "Gentile signora Rossi,\nil versamento c'era ed era finito su un altro anno. Lo abbiamo spostato: entro una settimana la lavoratrice lo vede nel suo estratto.\n\nCordiali saluti",
      },
    ],
  },
  {
    di: "anna",
    argomento: "avviso_non_pervenuto",
    oggetto: "Secondo trimestre 2026: avviso mai arrivato",
    contributo: { anno: 2026, trimestre: 2, progressivo: 1 },
    messaggi: [
      {
        fa: 6,
        testo:
          "Buongiorno, vedo che il secondo trimestre del 2026 risulta non pagato. L'avviso non mi è mai arrivato. Come posso pagare adesso, e quanto costa il ritardo?",
      },
    ],
  },
  {
    di: "dario",
    argomento: "rapporto_da_correggere",
    oggetto: "Ore settimanali sbagliate",
    carico: "elena",
    messaggi: [
      {
        fa: 18,
        testo: "Le ore settimanali sono cambiate da settembre, ma risultano ancora quelle di prima.",
      },
      {
        fa: 5,
        azione: "richiesta",
        testo:
          "Gentile signor Greco,\nper correggere le ore ci serve sapere da quale giorno sono cambiate e quante sono adesso. Se ha la ricevuta della comunicazione, la alleghi.\n\nCordiali saluti",
      },
    ],
  },
];

type Tema = Pick<Storia, "argomento" | "oggetto"> & { testo: string; risposta: string };
const TEMI: Tema[] = [
  {
    argomento: "contributi_da_rimborsare",
    oggetto: "Trimestre pagato due volte",
    testo:
      "Lo stesso trimestre risulta pagato due volte, una in banca e una con l'app. Chiediamo il rimborso.",
    risposta: "Il doppio pagamento risulta. Il rimborso è disposto sul conto da cui è partito il versamento.",
  },
  {
    argomento: "avviso_inesatto",
    oggetto: "Importo dell'avviso diverso dalle ore fatte",
    testo: "L'avviso conta tredici settimane intere, ma per tre settimane la lavoratrice non ha lavorato.",
    risposta: "L'avviso è stato ricalcolato: quello nuovo è nel cassetto, alla pagina dei pagamenti.",
  },
  {
    argomento: "rapporto_sospeso",
    oggetto: "Rapporto ancora in attesa di definizione",
    testo: "L'assunzione è stata comunicata da più di un mese e il rapporto risulta ancora sospeso.",
    risposta: "Il rapporto è definito. La denuncia era ferma per un dato anagrafico, che è stato corretto.",
  },
  {
    argomento: "anagrafica_da_variare",
    oggetto: "Nuovo indirizzo del datore di lavoro",
    testo: "Il datore di lavoro ha cambiato casa. Come si aggiorna l'indirizzo della corrispondenza?",
    risposta: "L'indirizzo è aggiornato. I prossimi avvisi arrivano a quello nuovo.",
  },
  {
    argomento: "avviso_bonario_informazioni",
    oggetto: "Avviso bonario su un trimestre già pagato",
    testo:
      "È arrivato un avviso bonario per un trimestre che risulta pagato in ritardo. Che cosa resta da pagare?",
    risposta:
      "Resta da pagare solo la sanzione per il ritardo: l'importo è nell'avviso, la quota non va versata.",
  },
  {
    argomento: "rapporto_da_correggere",
    oggetto: "Data di cessazione da correggere",
    testo: "La cessazione è stata comunicata con un giorno di errore. Si può correggere la data?",
    risposta:
      "La data si corregge solo con la lettera di dimissioni, che qui manca: resta quella comunicata.",
  },
];

/** Of the past year: when it was asked, after how many days it was answered, how it ended. Enough of each kind to tell how long it takes. */
const CHIUSI: [fa: number, giorni: number, esito: Esito][] = [
  [338, 9, "positivo"],
  [321, 24, "positivo"],
  [296, 14, "negativo"],
  [262, 31, "parziale"],
  [241, 6, "positivo"],
  [228, 18, "positivo"],
  [203, 41, "negativo"],
  [188, 12, "positivo"],
  [161, 8, "positivo"],
  [149, 27, "parziale"],
  [126, 11, "positivo"],
  [98, 22, "positivo"],
  [83, 5, "negativo"],
  [61, 16, "positivo"],
  [40, 13, "positivo"],
  [349, 7, "positivo"],
  [333, 12, "positivo"],
  [310, 19, "positivo"],
  [287, 4, "positivo"],
  [273, 16, "negativo"],
  [255, 10, "positivo"],
  [236, 23, "positivo"],
  [219, 8, "positivo"],
  [196, 15, "parziale"],
  [177, 6, "positivo"],
  [168, 28, "positivo"],
  [152, 11, "positivo"],
  [137, 9, "negativo"],
  [112, 17, "positivo"],
  [93, 13, "positivo"],
  [76, 21, "positivo"],
  [58, 5, "positivo"],
  [47, 10, "positivo"],
];
/** Whose the first of what is open is, among those carla's studio acts for. */
const PRIMO_APERTO = 15;

/** What is open: when it was asked, by whom it was taken, whether the sede waits or has answered once. */
const APERTI: [fa: number, carico?: Storia["carico"], azione?: "richiesta" | "risposta"][] = [
  [52, "elena"],
  [44],
  [36, "furio", "risposta"],
  [29],
  [27, "elena", "richiesta"],
  [22, "furio"],
  [19],
  [15, "elena", "risposta"],
  [12],
  [9, "furio", "richiesta"],
  [4],
  [2],
  [1],
];

const temaDi = (index: number) => TEMI[index % TEMI.length] as Tema;

/** Everything the demo's sede has to do with; `di` a number: one after the other of those carla's studio acts for. */
export const STORIE: Storia[] = [
  ...DI_CHI_SI_CONOSCE,
  ...CHIUSI.map(([fa, giorni, esito], index): Storia => {
    const { testo, risposta, ...tema } = temaDi(index);
    return {
      ...tema,
      di: index,
      carico: index % 3 === 0 ? "furio" : "elena",
      messaggi: [
        { fa, testo },
        { fa: fa - giorni, azione: "chiusura", esito, testo: risposta },
      ],
    };
  }),
  ...APERTI.map(([fa, carico, azione], index): Storia => {
    const { testo, risposta, ...tema } = temaDi(index + 2);
    const domanda = "Per rispondere ci serve una copia della ricevuta: può allegarla?";
    const seconda = azione && {
      fa: Math.round(fa / 2),
      azione,
      testo: azione === "richiesta" ? domanda : risposta,
    };
    return {
      ...tema,
      di: PRIMO_APERTO + index,
      carico,
      messaggi: [{ fa, testo }, ...(seconda ? [seconda] : [])],
    };
  }),
];

/** Texts the demo's sede answers with often. */
export const MODELLI: [titolo: string, testo: string][] = [
  [
    "Avviso ricalcolato",
    "Gentile contribuente,\nabbiamo ricalcolato l'avviso. Quello nuovo è nel cassetto, alla pagina «Pagamenti»: il precedente non va pagato.\n\nCordiali saluti",
  ],
  [
    "Chiedere una ricevuta",
    "Gentile contribuente,\nper andare avanti ci serve una copia della ricevuta di pagamento. La alleghi rispondendo a questo messaggio.\n\nCordiali saluti",
  ],
  [
    "Rimborso disposto",
    "Gentile contribuente,\nil pagamento in più risulta. Il rimborso è disposto e arriva sul conto da cui è partito il versamento, di solito entro 60 giorni.\n\nCordiali saluti",
  ],
  [
    "Richiesta non accolta",
    "Gentile contribuente,\nnon possiamo accogliere la richiesta, per questo motivo: \n\nContro questa risposta può presentare ricorso.\n\nCordiali saluti",
  ],
];
