using Workflows.Marketing.Contacts;

namespace Workflows.Host.Api.Contacts;

/// <summary>The schema as the API takes and shows it.</summary>
/// <param name="Open">Whether contacts may have other attributes, of any kind.</param>
/// <param name="Attributes">The attributes.</param>
internal sealed record AttributeSchemaBody(bool Open, IReadOnlyList<AttributeBody> Attributes)
{
    public static AttributeSchemaBody From(AttributeSchema schema) =>
        new(schema.IsOpen, [.. schema.Attributes.Select(AttributeBody.From)]);
}
