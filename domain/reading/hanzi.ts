/** Traditional characters of table headers and their words, each before its simplified form. */
const PAIRS =
  '證证記记編编號号維维類类別别員员備备註注檢检驗验電电載载層层門门區区縣县單单說说開开時时間间結结終终場场離离設设種种額额' +
  '達达運运廠厂製制產产機机構构報报稱称點点籤签簽签務务責责險险隱隐動动關关啟启復复歷历認认確确內内測测試试樓楼樣样負负壽寿' +
  '齡龄畢毕應应業业戶户廢废銷销換换狀状態态計计劃划執执審审碼码識识質质與与營营進进選选總总話话處处領领據据廣广鄉乡鎮镇纜缆' +
  '續续來来發发現现見见觀观節节週周個个為为準准規规則则養养護护輕轻貨货無无絕绝緣缘車车樁桩壓压緊紧貼贴陽阳陰阴項项級级經经';
const SIMPLE = new Map<string, string>();
for (let i = 0; i < PAIRS.length; i += 2) SIMPLE.set(PAIRS[i]!, PAIRS[i + 1]!);
const TRADITIONAL = new RegExp(`[${[...SIMPLE.keys()].join('')}]`, 'g');

/** A word of a header or closed list in simplified characters; for comparing only. */
export function simplified(text: string): string {
  return text.replaceAll(TRADITIONAL, (sign) => SIMPLE.get(sign) ?? sign);
}
