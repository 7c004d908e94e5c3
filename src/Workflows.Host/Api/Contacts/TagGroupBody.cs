using Workflows.Marketing.Contacts;

namespace Workflows.Host.Api.Contacts;

/// <summary>A group of tags as the API takes and shows it.</summary>
/// <param name="Name">The group's name; the one in the address counts.</param>
/// <param name="Family">FollowUp, Source, Attribute or Campaign.</param>
/// <param name="Exclusive">Whether a contact has one of its tags at most; false unless given.</param>
/// <param name="Tags">The tags, in the order people see them.</param>
internal sealed record TagGroupBody(string? Name, string? Family, bool? Exclusive, IReadOnlyList<string>? Tags)
{
    public static TagGroupBody From(TagGroup group) =>
        new(group.Name, group.Family.ToString(), group.IsExclusive, group.Tags);

    public TagGroup ToGroup(string name) =>
        new(name, Enum.TryParse<TagFamily>(Family, ignoreCase: true, out var family) ? family : default)
        {
            IsExclusive = Exclusive ?? false,
            Tags = [.. (Tags ?? []).Select(tag => tag?.Trim() ?? "")],
        };
}
