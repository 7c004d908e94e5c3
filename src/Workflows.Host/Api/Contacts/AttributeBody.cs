using Workflows.Marketing.Contacts;

namespace Workflows.Host.Api.Contacts;

/// <summary>An attribute as the API takes and shows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">text, number, decimal, date, bool, choice or list.</param>
/// <param name="Required">Whether each row of a file has to say it.</param>
/// <param name="Label">What people read.</param>
/// <param name="Choices">The values of a choice, or of a list's items; each may also be a text alone.</param>
internal sealed record AttributeBody(
    string Name,
    string Type,
    bool Required,
    AttributeLabel? Label,
    IReadOnlyList<AttributeChoice>? Choices
)
{
    public static AttributeBody From(AttributeDefinition attribute) =>
        new(
            attribute.Name,
            attribute.Kind.ToString().ToLowerInvariant(),
            attribute.IsRequired,
            attribute.Label,
            attribute.Choices
        );
}
