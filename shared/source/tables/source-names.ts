// Sources under the name that reports use, and how that name is shown. Our own words.

/** Domain or short name → the name of the source. Where none is here, the brand of the domain is the name. */
export const sourceAliases = `
t.co twitter x.com twitter x twitter tw twitter lnkd.in linkedin li linkedin fb.me facebook fb facebook face facebook
meta facebook m.me messenger youtu.be youtube youtube-nocookie.com youtube youtube.android.google.com youtube yt
youtube dai.ly dailymotion ig instagram insta instagram tt tiktok pin.it pinterest pin pinterest redd.it reddit
t.umblr.com tumblr t.me telegram telegram.org telegram telegram.me telegram wa.me whatsapp wa whatsapp zap whatsapp
wpp whatsapp whats whatsapp wapp whatsapp l.wl.co whatsapp discordapp.com discord discord.gg discord bsky.app bluesky bsky.social bluesky bsky bluesky threads.net
threads threads.com threads vk.com vk vk.ru vk ok.ru odnoklassniki b23.tv bilibili adwords google gads google gmb google gbp google
syndicatedsearch.goog google google~shopping google goog google ddg duckduckgo duckduckgogg42xjoc72x3sjasowoarfbgcmvfimaftt6twagswzczad.onion
duckduckgo 3g2upl4pq6kufc4m.onion duckduckgo ya.ru yandex yahoo.net yahoo chatgpt.com chatgpt chat.openai.com chatgpt
labs.openai.com chatgpt openai.com chatgpt openai chatgpt claude.ai claude claude.com claude anthropic.com claude
perplexity.ai perplexity perplexity.com perplexity gemini.google.com gemini bard.google.com gemini bard gemini
notebooklm.google.com notebooklm copilot.microsoft.com copilot copilot.cloud.microsoft copilot m365.cloud.microsoft
copilot copilot.com copilot grok.com grok x.ai grok chat.mistral.ai mistral mistral.ai mistral meta.ai meta-ai you.com you poe.com poe
character.ai character chat.deepseek.com deepseek deepseek.com deepseek duck.ai duck.ai chat.qwen.ai qwen
mail.google.com gmail inbox.google.com gmail gm.android.google.com gmail outlook.live.com outlook outlook.office.com
outlook outlook.office365.com outlook proton.me proton ml mercadolivre lnk.bio lnk.bio linktree linktr.ee
news.ycombinator.com hackernews`

/** Name of a source, or a domain → what people call it. */
export const displayNames = `
google Google; bing Bing; yahoo Yahoo!; duckduckgo DuckDuckGo; ecosia Ecosia; baidu Baidu; yandex Yandex; naver Naver;
brave Brave; kagi Kagi; qwant Qwant; startpage Startpage; ask Ask; aol AOL; facebook Facebook; instagram Instagram;
linkedin LinkedIn; twitter X (Twitter); youtube YouTube; tiktok TikTok; pinterest Pinterest; reddit Reddit; whatsapp
WhatsApp; telegram Telegram; threads Threads; bluesky Bluesky; discord Discord; snapchat Snapchat; tumblr Tumblr;
github GitHub; quora Quora; vimeo Vimeo; twitch Twitch; messenger Messenger; hackernews Hacker News; chatgpt ChatGPT;
claude Claude; perplexity Perplexity; gemini Google Gemini; notebooklm NotebookLM; copilot Microsoft Copilot; grok
Grok; mistral Le Chat (Mistral); deepseek DeepSeek; meta-ai Meta AI; you You.com; poe Poe; character Character.AI;
phind Phind; duck.ai Duck.ai; qwen Qwen; gmail Gmail; outlook Outlook; proton Proton Mail; amazon Amazon; ebay eBay;
mercadolivre Mercado Livre; mercadolibre Mercado Libre; shopee Shopee; wikipedia.org Wikipedia; slack.com Slack;
medium.com Medium; linktr.ee Linktree; substack.com Substack; officeapps.live.com Microsoft 365; teams.microsoft.com
Microsoft Teams; sharepoint.com SharePoint; notion.so Notion`
