// Archives as a test needs them: also such as no program would write.
import { crc32, deflateRawSync } from "node:zlib";

/**
 * An archive of these files.
 *
 * @param {{ name: string, content: string | Uint8Array, said?: number }[]} files `said`: the unpacked size that the archive claims
 * @returns {Uint8Array}
 */
export function zip(files) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const { name, content, said } of files) {
    const raw = Buffer.from(content);
    const packed = deflateRawSync(raw);
    const path = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(raw), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(said ?? raw.length, 18);
    fields.writeUInt16LE(path.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), fields, path, packed]);
    directory.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), fields, tail, path);
    parts.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...parts, list, end]));
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/**
 * A workbook of one sheet.
 *
 * @param {string} rows XML of the rows
 * @param {{ name: string, content: string | Uint8Array, said?: number }[]} [more] files beside
 * @param {number} [said] the unpacked size that the archive claims of the sheet
 */
export function workbook(rows, more = [], said) {
  return zip([
    { name: "[Content_Types].xml", content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>' },
    { name: "_rels/.rels", content: `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>` },
    { name: "xl/workbook.xml", content: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="台账" sheetId="1" r:id="r1"/></sheets></workbook>` },
    { name: "xl/_rels/workbook.xml.rels", content: `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>` },
    { name: "xl/worksheets/sheet1.xml", content: `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`, said },
    ...more,
  ]);
}

/** A row of texts. @param {number} at @param {string[]} texts */
export const textRow = (at, texts) => `<row r="${at}">${texts.map((text, column) => `<c r="${"ABCDEFGHIJ"[column]}${at}" t="inlineStr"><is><t>${text}</t></is></c>`).join("")}</row>`;
