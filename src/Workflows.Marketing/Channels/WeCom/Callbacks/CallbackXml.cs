using System.Globalization;
using System.Text;
using System.Xml;

namespace Workflows.Marketing.Channels.WeCom.Callbacks;

/// <summary>
/// The leaves of one of WeCom's XML documents, in order; a name may come several times (<c>Item</c> in lists). No document type, no
/// entity, bounded in length, depth and number: what does not fit is no document.
/// </summary>
internal sealed class CallbackXml
{
    /// <summary>The longest document in characters.</summary>
    public const int MaxLength = 1_048_576;

    private const int MaxDepth = 8;
    private const int MaxLeaves = 20_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxLength,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    private readonly List<(string Name, string Value)> _leaves = [];

    private CallbackXml() { }

    /// <summary>Name and text of each leaf, in order.</summary>
    public IReadOnlyList<(string Name, string Value)> Leaves => _leaves;

    /// <summary>The first leaf of a name that says anything, or null.</summary>
    public string? this[string name] => All(name).FirstOrDefault();

    /// <summary>The leaf as a whole number; null without one.</summary>
    public long? Number(string name) =>
        long.TryParse(this[name], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>The texts of all leaves of a name.</summary>
    public IEnumerable<string> All(string name) =>
        _leaves
            .Where(leaf => leaf.Name.Equals(name, StringComparison.Ordinal) && leaf.Value.Length > 0)
            .Select(leaf => leaf.Value);

    /// <summary>Reads a document; null when it is none of ours.</summary>
    public static CallbackXml? Read(string text)
    {
        if (text.Length > MaxLength)
        {
            return null;
        }

        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            var document = new CallbackXml();
            return document.Fill(reader) ? document : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private bool Fill(XmlReader reader)
    {
        string? open = null;
        var value = new StringBuilder();
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.Depth >= MaxDepth || _leaves.Count >= MaxLeaves:
                    return false;
                case XmlNodeType.Element:
                    open = reader.IsEmptyElement ? null : reader.LocalName;
                    value.Clear();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    value.Append(reader.Value);
                    break;
                case XmlNodeType.EndElement when open is not null:
                    _leaves.Add((open, value.ToString().Trim()));
                    open = null;
                    break;
                default:
                    break;
            }
        }

        return _leaves.Count > 0;
    }
}
