import { picturesToDraw, withDrawn, type PictureToDraw } from './drawn-pictures.ts';

/** A file of ours with its drawings and photos drawn as PNGs by this browser; one that it cannot draw stays as it is. */
export async function drawnFile(file: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const pictures = picturesToDraw(file);
  if (pictures.length === 0) return new Uint8Array(file);
  const drawn = new Map<string, Uint8Array>();
  for (const picture of pictures) {
    const png = await draw(picture).catch(() => null);
    if (png !== null) drawn.set(picture.name, png);
  }
  return new Uint8Array(withDrawn(file, drawn));
}

async function draw(picture: PictureToDraw): Promise<Uint8Array | null> {
  const { width, height } = picture;
  const image = new Image(width, height);
  image.src = addressOf(picture);
  await image.decode();
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return png === null ? null : new Uint8Array(await png.arrayBuffer());
}

// The page's policy lets it show pictures from its own site, and from what is written out like this.
function addressOf({ source, type, width, height }: PictureToDraw): string {
  if (type === 'image/svg+xml') {
    return `data:${type};charset=utf-8,${encodeURIComponent(sized(source, width, height))}`;
  }
  let characters = '';
  for (const byte of source) characters += String.fromCharCode(byte);
  return `data:${type};base64,${btoa(characters)}`;
}

// Firefox draws no picture that has no size of its own.
function sized(source: Uint8Array, width: number, height: number): string {
  const text = new TextDecoder().decode(source);
  const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml');
  documentElement.setAttribute('width', String(width));
  documentElement.setAttribute('height', String(height));
  return new XMLSerializer().serializeToString(documentElement);
}
