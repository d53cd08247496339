import type { Words } from '../core/words';

const w = (zh: string, en: string): Words => ({ zh, en });

/** Words of notebooks that are kept encrypted. */
export const protectWords = {
  locked: w('已锁定的笔记本', 'Locked notebook'),
  lockedData: w('加密的数据', 'Encrypted data'),
  unlockTitle: w('这个笔记本已锁定', 'This notebook is locked'),
  unlockAbout: w(
    '它的内容加密存放在这个浏览器里。输入口令，在这个标签页打开。',
    'What is in it is kept encrypted in this browser. Its passphrase opens it in this tab.',
  ),
  savedAt: (day: string): Words => w(`上次保存：${day}`, `Last saved: ${day}`),
  passphrase: w('口令', 'Passphrase'),
  again: w('再输一次', 'Again'),
  current: w('现在的口令', 'Present passphrase'),
  next: w('新口令', 'New passphrase'),
  show: w('显示口令', 'Show it'),
  unlock: w('解锁', 'Unlock'),
  unlocking: w('正在核对…', 'Checking…'),
  working: w('正在改写整个笔记本，请稍候…', 'Rewriting the whole notebook, one moment…'),
  different: w('两次输入的口令不一样。', 'The two passphrases differ.'),
  strength: {
    empty: w(
      '口令不能为空。一句话比一个词好记，也更难猜。',
      'It cannot be empty. A sentence is easier to remember than a word, and harder to guess.',
    ),
    short: w('很短，容易被猜中。', 'Very short: easy to guess.'),
    fair: w('长度还行；再长一点更稳妥。', 'A fair length; longer is safer.'),
    long: w('够长。别用名言或歌词。', 'Long enough. Not a quotation, please.'),
  },
  noRecovery: w(
    '忘了口令，谁也打不开这个笔记本，我们也不能：口令和密钥都不离开这台电脑，也没有后门。请先把它记在别处。',
    'Nobody can open the notebook without the passphrase, and neither can we: passphrase and keys never leave this computer, and there is no back door. Write it down elsewhere first.',
  ),
  title: w('用口令保护', 'Protect with a passphrase'),
  about: w(
    '单元、历史、回收站、结果、数据和第二份副本都会加密存放（AES-256）；锁定后，列表里只看得到「已锁定的笔记本」和日期。',
    'Cells, history, bin, results, data and the second copy are kept encrypted (AES-256). Locked, the list shows “Locked notebook” and a date, nothing else.',
  ),
  lingers: w(
    '保护之前存过的内容会从存储里删掉，但浏览器可能要过一阵才真正从硬盘上抹去。要一个字节也不留下，请在开始页先设口令，再打开数据。',
    'What was stored before is deleted, but the browser may take a while to wipe it from the disk. To leave no trace at all, set the passphrase on the start page before you open the data.',
  ),
  protect: w('加密这个笔记本', 'Encrypt this notebook'),
  openTitle: w('受口令保护', 'Protected by a passphrase'),
  openAbout: w(
    '看得到的只有大小、个数和日期。导出的文件、链接和复制的单元不加密。',
    'Only sizes, counts and dates can be seen from outside. Files you export, links and copied cells are not encrypted.',
  ),
  lockNow: w('立即锁定', 'Lock now'),
  lockNowAbout: w('先保存，再在所有标签页锁上。', 'Saves first, then locks it in every tab.'),
  heldBack: w(
    '还有没存下的改动，所以没有锁定。先存下或下载，再锁。',
    'Not locked: there are edits that could not be saved. Save or download them first.',
  ),
  lockAfter: w('没人操作时自动锁定', 'Lock when nobody is there'),
  minutes: (count: number): Words =>
    count === 0 ? w('从不', 'Never') : w(`${count} 分钟后`, `After ${count} minutes`),
  change: w('更换口令', 'Change the passphrase'),
  changeAbout: w(
    '只重新包装密钥，内容不必重写。要是旧口令可能已被别人知道，请改为取消保护再重新保护：那样连密钥也换掉。',
    'This wraps the same key anew. If somebody may know the old passphrase, remove the protection and protect again instead: that makes a new key.',
  ),
  changed: w('口令换好了。', 'The passphrase is changed.'),
  notChanged: w(
    '没能存下，仍用原来的口令。',
    'It could not be saved; the former passphrase stays.',
  ),
  remove: w('取消保护', 'Remove the protection'),
  removeAbout: w(
    '笔记本和它的数据会改回不加密存放。',
    'The notebook and its data will be kept unencrypted again.',
  ),
  removeYes: w('取消保护，改为不加密', 'Remove it: keep everything unencrypted'),
  failed: w('没有做成，笔记本还是原来的样子。', 'That did not work; the notebook is as it was.'),
  dismiss: w('知道了', 'Dismiss'),
  first: w('先设口令…', 'Passphrase first…'),
  firstTitle: w('下一个笔记本从一开始就加密', 'The next notebook is encrypted from the start'),
  firstAbout: w(
    '设好口令，再打开文件、示例或空白笔记本：未加密的内容一个字节也不会写进浏览器。',
    'Set the passphrase, then open a file, a sample or a blank notebook: nothing of it is ever written unencrypted.',
  ),
  firstSet: w('设为口令', 'Set the passphrase'),
  ready: w(
    '口令已设好：接下来在这里打开的笔记本从一开始就加密。',
    'Passphrase set: the next notebook you open here is encrypted from the start.',
  ),
  forgo: w('不用了', 'Never mind'),
  leaves: w(
    '这个笔记本受口令保护，但从这里导出的内容不加密。',
    'This notebook is protected by a passphrase; what leaves from here is not encrypted.',
  ),
  backup: w(
    '受口令保护的笔记本在备份里仍然加密，要用备份时的口令打开。',
    'Protected notebooks stay encrypted in the backup and open with the passphrase of that day.',
  ),
};
