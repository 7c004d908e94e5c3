using System.Globalization;
using System.Security;
using System.Text;

namespace Workflows.WeComEmulator.Callbacks;

/// <summary>An event in the envelope of a self-built app.</summary>
/// <param name="Subject">The customer or group it is about; events of one subject keep their order.</param>
internal sealed record CallbackEvent(
    string Corp,
    string Name,
    string ChangeType,
    string Subject,
    IReadOnlyList<(string Name, string? Value)> Fields
)
{
    public string Xml(DateTimeOffset createdAt)
    {
        var xml = new StringBuilder("<xml>");
        Text(xml, "ToUserName", Corp);
        Text(xml, "FromUserName", "sys");
        xml.Append(CultureInfo.InvariantCulture, $"<CreateTime>{createdAt.ToUnixTimeSeconds()}</CreateTime>");
        Text(xml, "MsgType", "event");
        Text(xml, "Event", Name);
        Text(xml, "ChangeType", ChangeType);
        foreach (var (name, value) in Fields)
        {
            Field(xml, name, value);
        }

        return xml.Append("</xml>").ToString();
    }

    private static void Field(StringBuilder xml, string name, string? value)
    {
        if (value is null)
        {
            return;
        }

        if (name is "MemChangeList")
        {
            xml.Append("<MemChangeList><Item>").Append(SecurityElement.Escape(value)).Append("</Item></MemChangeList>");
        }
        else if (name is "JoinScene" or "QuitScene" or "MemChangeCnt")
        {
            xml.Append(CultureInfo.InvariantCulture, $"<{name}>{value}</{name}>");
        }
        else
        {
            Text(xml, name, value);
        }
    }

    private static void Text(StringBuilder xml, string name, string value) =>
        xml.Append(
            CultureInfo.InvariantCulture,
            $"<{name}><![CDATA[{value.Replace("]]>", "]]]]><![CDATA[>", StringComparison.Ordinal)}]]></{name}>"
        );
}
