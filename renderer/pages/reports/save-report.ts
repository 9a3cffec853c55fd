import { call } from '../../bridge/client';
import { saveFile } from '../../components/save-file';

/** Reads a signed report back from the profile and hands it to the person. */
export async function saveReport(reportId: string): Promise<void> {
  const { fileName, bytes } = await call('report.read', { reportId });
  saveFile(fileName, bytes, 'application/pdf');
}
