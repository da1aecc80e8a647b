/** A file that the service wrote itself, for one person, to be kept. */
export const download = (contenuto: BodyInit, tipo: string, nome: string): Response =>
  new Response(contenuto, {
    headers: {
      "Content-Type": tipo,
      "Content-Disposition": `attachment; filename="${nome}"`,
      "Cross-Origin-Resource-Policy": "same-origin",
      "Cache-Control": "private, no-store",
    },
  });
