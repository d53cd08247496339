// Runs before the first paint: theme and language as chosen, else as the system has them.
(function () {
  function remembered(key) {
    try {
      return localStorage.getItem(key);
    } catch (_refused) {
      return null;
    }
  }
  var root = document.documentElement;
  var theme = remembered('fenqun.theme');
  var isDark = matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = theme === 'dark' || theme === 'light' ? theme : isDark ? 'dark' : 'light';
  var language = remembered('fenqun.language');
  var isChinese = language ? language === 'zh' : /^zh\b/i.test(navigator.language);
  root.lang = isChinese ? 'zh-CN' : 'en';
})();
