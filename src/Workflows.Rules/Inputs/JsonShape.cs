using System.Text;
using System.Text.Json;

namespace Workflows.Rules.Inputs;

/// <summary>What a JSON value says about its type. Members keep the document's order and spelling.</summary>
internal abstract record JsonShape
{
    private JsonShape() { }

    /// <summary>A short text that two shapes share exactly when they are the same.</summary>
    public string Signature
    {
        get
        {
            var text = new StringBuilder();
            Append(text);
            return text.ToString();
        }
    }

    public static JsonShape Of(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => new Record([
                .. element
                    .EnumerateObject()
                    .DistinctBy(property => property.Name, StringComparer.Ordinal)
                    .Select(property => (property.Name, Of(property.Value))),
            ]),
            JsonValueKind.Array => new Sequence(
                element.EnumerateArray().Select(Of).DefaultIfEmpty(new Scalar(JsonScalar.Null)).Aggregate(Merge)
            ),
            _ => new Scalar(JsonScalars.Of(element)),
        };

    /// <summary>The shape that both values fit: members of either, the wider of two numbers, text where nothing else fits.</summary>
    public static JsonShape Merge(JsonShape left, JsonShape right) =>
        (left, right) switch
        {
            (Scalar { Kind: JsonScalar.Null }, _) => Optional(right),
            (_, Scalar { Kind: JsonScalar.Null }) => Optional(left),
            (Scalar a, Scalar b) => new Scalar(JsonScalars.Merge(a.Kind, b.Kind), a.IsOptional || b.IsOptional),
            (Sequence a, Sequence b) => new Sequence(Merge(a.Item, b.Item)),
            (Record a, Record b) => MergeMembers(a, b),
            _ => new Scalar(JsonScalar.Mixed),
        };

    private static Record MergeMembers(Record left, Record right)
    {
        var members = left
            .Members.Select(member =>
                right.Members.Any(other => string.Equals(other.Name, member.Name, StringComparison.Ordinal))
                    ? member
                    : (member.Name, Shape: Optional(member.Shape))
            )
            .ToList();
        foreach (var (name, shape) in right.Members)
        {
            var index = members.FindIndex(member => string.Equals(member.Name, name, StringComparison.Ordinal));
            if (index < 0)
            {
                members.Add((name, Optional(shape)));
            }
            else
            {
                members[index] = (name, Merge(members[index].Shape, shape));
            }
        }

        return new Record(members);
    }

    private static JsonShape Optional(JsonShape shape) =>
        shape is Scalar scalar ? scalar with { IsOptional = true } : shape;

    protected abstract void Append(StringBuilder text);

    /// <summary>A single value; an optional one is null or missing in some of the items it was seen in.</summary>
    internal sealed record Scalar(JsonScalar Kind, bool IsOptional = false) : JsonShape
    {
        protected override void Append(StringBuilder text) => text.Append((char)((IsOptional ? 'A' : 'a') + (int)Kind));
    }

    internal sealed record Sequence(JsonShape Item) : JsonShape
    {
        protected override void Append(StringBuilder text)
        {
            text.Append('[');
            Item.Append(text);
            text.Append(']');
        }
    }

    internal sealed record Record(IReadOnlyList<(string Name, JsonShape Shape)> Members) : JsonShape
    {
        protected override void Append(StringBuilder text)
        {
            text.Append('{');
            foreach (var (name, shape) in Members)
            {
                text.Append(name.Length).Append(':').Append(name);
                shape.Append(text);
            }

            text.Append('}');
        }
    }
}
