using System.Net;
using Workflows.Marketing.Channels.WeCom.Ways;

namespace Workflows.Host.WeCom;

/// <summary>Posters with QR codes, a page each, to be printed and put up in a store (S0-36, S3-30): the code, and how to come in.</summary>
/// <param name="isChinese">The language of what nobody gave.</param>
internal sealed class WayPoster(bool isChinese)
{
    private const string Style = """
        @page{size:A4;margin:18mm}body{font-family:system-ui,"Noto Sans CJK SC",sans-serif;text-align:center;margin:0;color:#1f2329}
        section+section{break-before:page}
        h1{font-size:34pt;margin:14mm 0 6mm}p{font-size:18pt;margin:4mm 0}img{width:120mm;height:120mm}ol{display:inline-block;text-align:left;font-size:16pt;line-height:1.8}
        """;

    /// <summary>One poster: its part of the page.</summary>
    /// <param name="way">The way.</param>
    /// <param name="picture">The QR code.</param>
    /// <param name="title">Its heading; null for what the way is.</param>
    /// <param name="text">The line below; null for the usual one.</param>
    public string Sheet(Way way, (byte[] Bytes, string Type) picture, string? title, string? text)
    {
        var said = WebUtility.HtmlEncode(text ?? WayWords.Scan(isChinese));
        var steps = string.Concat(WayWords.OnPaper(way.Spec.Kind, isChinese).Select(step => $"<li>{step}</li>"));
        return $"""
            <section><h1>{WebUtility.HtmlEncode(Title(way, title))}</h1><p>{said}</p><img alt="{said}" src="data:{picture.Type};base64,{Convert.ToBase64String(
                picture.Bytes
            )}"><div><ol>{steps}</ol></div></section>
            """;
    }

    /// <summary>A document of posters.</summary>
    /// <param name="title">The document's title.</param>
    /// <param name="sheets">The posters.</param>
    public string Document(string title, IEnumerable<string> sheets) =>
        $"""
            <!doctype html><html lang="{(
                isChinese ? "zh-CN" : "en"
            )}"><head><meta charset="utf-8"><title>{WebUtility.HtmlEncode(title)}</title><style>{Style}</style></head>
            <body>{string.Join('\n', sheets)}</body></html>
            """;

    /// <summary>The heading of a way's poster.</summary>
    public static string Title(Way way, string? title) => title ?? way.Spec.Remark ?? way.Spec.Name;
}
