import { hasAfterJpeg } from "@/lib/allegati/formato/rules";

// What a browser does before it sends: a phone's photo has 4 to 8 MB, and nobody who has just taken one knows how to
// make it smaller.

export type Preparato = { file: File; ridotta: boolean };
export type Scartato = { nome: string; motivo: "troppoGrande" | "troppiFile" | "troppiByte" };

/** Longest side and quality, from the most legible on. */
const PASSI = [
  [2_600, 0.85],
  [2_000, 0.8],
  [1_600, 0.75],
  [1_200, 0.7],
] as const;

/**
 * What is chosen, so that it fits: photos are made smaller if all together are too large, or if a phone put a video
 * behind one; what cannot fit is named. Nothing else is touched.
 */
export async function preparaFile(
  chosen: File[],
  posti: number,
  byteLiberi: number,
): Promise<{ pronti: Preparato[]; scartati: Scartato[] }> {
  const scartati: Scartato[] = chosen
    .slice(posti)
    .map(({ name }) => ({ nome: name, motivo: "troppiFile" as const }));
  const taken = chosen.slice(0, posti);
  let room = byteLiberi;
  const ready = new Map<File, Preparato>();
  const take = (file: File, smaller: File | null) => {
    const { size } = smaller ?? file;
    if (size > room) {
      scartati.push({ nome: file.name, motivo: size > byteLiberi ? "troppoGrande" : "troppiByte" });
      return;
    }
    room -= size;
    ready.set(file, { file: smaller ?? file, ridotta: smaller !== null });
  };
  // What cannot be made smaller first: photos share what is left.
  for (const file of taken) if (!isPhoto(file)) take(file, null);
  const photos = taken.filter(isPhoto);
  const isTooMuch = photos.reduce((sum, { size }) => sum + size, 0) > room;
  const share = room / Math.max(1, photos.length);
  for (const photo of photos) {
    const wanted = (isTooMuch && photo.size > share) || (await hasMore(photo));
    take(photo, wanted ? await shrink(photo, share) : null);
  }
  return { pronti: taken.flatMap((file) => ready.get(file) ?? []), scartati };
}

const isPhoto = ({ type }: File) => type === "image/jpeg" || type === "image/png";

const hasMore = async (file: File) =>
  file.type === "image/jpeg" && hasAfterJpeg(new Uint8Array(await file.arrayBuffer()));

/** A JPEG of the same picture, upright; null: this browser cannot, and the file goes as it is. */
async function shrink(file: File, byte: number): Promise<File | null> {
  try {
    const picture = await createImageBitmap(file);
    for (const [side, quality] of PASSI) {
      const blob = await draw(picture, side, quality);
      if (blob && blob.size <= byte) {
        return new File([blob], file.name.replace(/\.[^.]*$/, "").concat(".jpg"), { type: "image/jpeg" });
      }
    }
  } catch {
    // Not an image after all: the judge says so, in words.
  }
  return null;
}

function draw(picture: ImageBitmap, side: number, quality: number): Promise<Blob | null> {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const context = canvas.getContext("2d");
  if (!context) return Promise.resolve(null);
  // What is see-through would turn black.
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
}
