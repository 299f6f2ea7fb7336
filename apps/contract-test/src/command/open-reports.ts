import { type FileHandle, open } from "node:fs/promises";
import { CannotRun } from "../cannot-run.js";
import { plainText } from "../reports/plain-text.js";
import type { Report } from "../reports/report.js";
import { writeHtml } from "../reports/write-html.js";
import { writeJson } from "../reports/write-json.js";
import { writeJunit } from "../reports/write-junit.js";
import { writeSarif } from "../reports/write-sarif.js";
import { type Outputs, REPORT_FORMS, type ReportForm } from "./read-arguments.js";

/** Files that reports go to. */
export type ReportFiles = {
  /** @throws CannotRun when one cannot be written; the others are. */
  write(report: Report): Promise<void>;
  close(): Promise<void>;
};

const WRITERS: Readonly<Record<ReportForm, (report: Report) => string>> = {
  junit: writeJunit,
  sarif: writeSarif,
  json: writeJson,
  html: writeHtml,
};

/**
 * Opens the files before anything is sent: a report that cannot be written would make the whole run useless.
 *
 * @throws CannotRun when one cannot be opened.
 */
export async function openReports(reports: Outputs["reports"]): Promise<ReportFiles> {
  const files: { form: ReportForm; path: string; file: FileHandle }[] = [];
  const close = async () => {
    await Promise.all(files.map(({ file }) => file.close()));
  };
  for (const form of REPORT_FORMS) {
    const path = reports[form];
    if (path === undefined) continue;
    const file = await open(path, "w").catch(async (error: unknown) => {
      await close();
      throw cannotWrite(path, error);
    });
    files.push({ form, path, file });
  }
  return {
    close,
    async write(report) {
      const problems: CannotRun[] = [];
      for (const { form, path, file } of files) {
        await file.writeFile(WRITERS[form](report)).catch((error: unknown) => problems.push(cannotWrite(path, error)));
      }
      if (problems[0] !== undefined) throw problems[0];
    },
  };
}

function cannotWrite(path: string, error: unknown): CannotRun {
  const code = error instanceof Error && "code" in error ? ` (${error.code})` : "";
  return new CannotRun(
    `The report cannot be written to ${plainText(path)}${code}. Choose a file in a folder that exists and has room.`,
  );
}
