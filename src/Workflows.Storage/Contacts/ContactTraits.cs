using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Workflows.Marketing.Contacts;

namespace Workflows.Storage.Contacts;

/// <summary>What rules rarely ask about a contact, in one JSON column; most contacts have none of it.</summary>
internal sealed record ContactTraits
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public IReadOnlyList<Relation>? Relations { get; init; }

    public IReadOnlyList<FollowMark>? Follows { get; init; }

    public IReadOnlyList<TagMark>? Marks { get; init; }

    public string? Pool { get; init; }

    public string? Stage { get; init; }

    public string? Persona { get; init; }

    /// <summary>One expert: there is no place for a second one (S4-37).</summary>
    public string? Expert { get; init; }

    /// <summary>One that sells, in the same way.</summary>
    public string? Sales { get; init; }

    public IReadOnlyList<OrderTrait>? Orders { get; init; }

    public static string Write(ContactState contact)
    {
        var traits = new ContactTraits
        {
            Relations = contact.Relations.Count == 0 ? null : [.. contact.Relations],
            Follows = contact.Follows.Count == 0 ? null : contact.Follows,
            Marks = contact.TagMarks.Count == 0 ? null : [.. contact.TagMarks],
            Pool = contact.Pool,
            Stage = contact.Stage is RelationshipStage.Stranger ? null : contact.Stage,
            Persona = contact.Persona,
            Expert = contact.ExpertPersona,
            Sales = contact.SalesPersona,
            Orders = contact.Orders.Count == 0 ? null : [.. contact.Orders.Select(OrderTrait.Of)],
        };
        return JsonSerializer.Serialize(traits, Options);
    }

    /// <summary>Gives a contact what the column says.</summary>
    public static ContactState Read(ContactState contact, string json)
    {
        if (json is "{}")
        {
            return contact;
        }

        var traits = JsonSerializer.Deserialize<ContactTraits>(json, Options)!;
        return contact with
        {
            Relations = ContactRelations.Of(traits.Relations ?? []),
            Follows = traits.Follows ?? [],
            TagMarks = traits.Marks ?? [],
            Pool = traits.Pool,
            Stage = traits.Stage ?? RelationshipStage.Stranger,
            Persona = traits.Persona,
            ExpertPersona = traits.Expert,
            SalesPersona = traits.Sales,
            Orders = traits.Orders is { } orders ? [.. orders.Select(order => order.ToOrder())] : [],
        };
    }
}
