using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workflows.Marketing.Channels.WeCom.Records;

/// <summary>What is to be different in WeCom's records: a closed set of cases. It travels as the text of its message.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "change")]
[JsonDerivedType(typeof(Tags), "tags")]
[JsonDerivedType(typeof(Note), "note")]
[JsonDerivedType(typeof(CustomerMove), "customer")]
[JsonDerivedType(typeof(GroupMove), "group")]
public abstract record RecordChange
{
    private RecordChange() { }

    /// <summary>Tags, by name, that a member of staff puts on a customer and takes off.</summary>
    /// <param name="Add">Those that are put on.</param>
    /// <param name="Remove">Those that are taken off.</param>
    public sealed record Tags(IReadOnlyList<string> Add, IReadOnlyList<string> Remove) : RecordChange;

    /// <summary>What a member of staff noted about a customer; what is null stays.</summary>
    /// <param name="Remark">The name the member calls the customer by; at most 20 characters.</param>
    /// <param name="Description">At most 150 characters.</param>
    /// <param name="Overwrites">Whether it takes the place of what the member wrote; otherwise that stays.</param>
    public sealed record Note(string? Remark, string? Description, bool Overwrites) : RecordChange;

    /// <summary>Another member of staff takes a customer over (S3-52).</summary>
    /// <param name="To">The member's userid.</param>
    /// <param name="Text">What the customer is told; at most 200 characters. Null, and always where the old member has left: WeCom's own words.</param>
    /// <param name="HasLeft">Whether the old member has left the company.</param>
    public sealed record CustomerMove(string To, string? Text, bool HasLeft) : RecordChange;

    /// <summary>Another member of staff becomes the owner of a group (S3-52).</summary>
    /// <param name="To">The member's userid.</param>
    /// <param name="HasLeft">Whether the old owner has left the company.</param>
    public sealed record GroupMove(string To, bool HasLeft) : RecordChange;

    internal string Write() => JsonSerializer.Serialize(this);

    /// <summary>The change in a message's text, or null where it is none.</summary>
    internal static RecordChange? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<RecordChange>(text);
        }
        catch (Exception wrong) when (wrong is JsonException or NotSupportedException)
        {
            return null;
        }
    }
}
