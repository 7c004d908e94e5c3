using System.Text.Json.Nodes;
using Workflows.WeComEmulator.Calls;
using Workflows.WeComEmulator.Content;

namespace Workflows.WeComEmulator.Tags;

/// <summary>Corp tags: list, add, edit, delete.</summary>
internal static class TagApi
{
    private const int LongestName = 30;

    public static IEnumerable<ApiMethod> Methods { get; } =
    [
        ApiMethod.Post("externalcontact/get_corp_tag_list", List),
        ApiMethod.Post("externalcontact/add_corp_tag", Add),
        ApiMethod.Post("externalcontact/edit_corp_tag", Edit),
        ApiMethod.Post("externalcontact/del_corp_tag", Delete),
    ];

    private static JsonObject List(Call call)
    {
        var (tags, groups) = (call.Body.Texts("tag_id"), call.Body.Texts("group_id"));
        var shown = call.Company.Tags.Groups.Where(group =>
            (tags.Count == 0 && groups.Count == 0)
            || groups.Contains(group.Id)
            || group.Tags.Exists(tag => tags.Contains(tag.Id))
        );
        return Answer.Ok(
            new { tag_group = shown.Select(group => Shape(group, Shown(group, tags, groups), isListed: true)) }
        );
    }

    private static IEnumerable<Tag> Shown(TagGroup group, IReadOnlyList<string> tags, IReadOnlyList<string> groups) =>
        tags.Count == 0 || groups.Contains(group.Id) ? group.Tags : group.Tags.Where(tag => tags.Contains(tag.Id));

    private static JsonObject Add(Call call)
    {
        var tags = call.Company.Tags;
        var wanted = call.Body.Parts("tag");
        if (wanted.Count == 0)
        {
            throw RefusedException.Missing("tag");
        }

        if (tags.Count + wanted.Count > TagBook.Most)
        {
            throw new RefusedException(ErrorCodes.TooManyTags);
        }

        List<(string Name, long Order)> names =
        [
            .. wanted.Select(tag => (Name(tag, "name"), tag.Number("order") ?? 0)),
        ];
        var group = call.Body.Text("group_id") is { Length: > 0 } id
            ? tags.FindGroup(id) ?? throw new RefusedException(ErrorCodes.BadTag)
            : tags.GroupNamed(call.Company.Ids, Name(call.Body, "group_name"), call.Now);
        group.Order = call.Body.Number("order") ?? group.Order;
        List<Tag> added = [];
        foreach (var (name, order) in names)
        {
            var tag = tags.Add(call.Company.Ids, group, name, call.Now);
            tag.Order = order;
            added.Add(tag);
        }

        return Answer.Ok(new { tag_group = Shape(group, added, isListed: false) });
    }

    private static JsonObject Edit(Call call)
    {
        var id = call.Body.Required("id");
        var name = call.Body.Has("name") ? Name(call.Body, "name") : null;
        if (call.Company.Tags.Find(id) is { } tag)
        {
            tag.Name = name ?? tag.Name;
            tag.Order = call.Body.Number("order") ?? tag.Order;
        }
        else if (call.Company.Tags.FindGroup(id) is { } group)
        {
            group.Name = name ?? group.Name;
            group.Order = call.Body.Number("order") ?? group.Order;
        }
        else
        {
            throw new RefusedException(ErrorCodes.BadTag);
        }

        return Answer.Ok();
    }

    private static JsonObject Delete(Call call)
    {
        var tags = call.Company.Tags;
        var (ids, groups) = (call.Body.Texts("tag_id"), call.Body.Texts("group_id"));
        if (ids.Count == 0 && groups.Count == 0)
        {
            throw RefusedException.Missing("tag_id and group_id");
        }

        var gone = ids.Select(tags.Find)
            .OfType<Tag>()
            .Concat(groups.Select(tags.FindGroup).OfType<TagGroup>().SelectMany(group => group.Tags))
            .Distinct()
            .ToList();
        foreach (var tag in gone)
        {
            tags.Remove(tag);
            foreach (var relation in call.Company.Customers.Values.SelectMany(customer => customer.Follows.Values))
            {
                relation.Tags.Remove(tag.Id);
            }
        }

        return Answer.Ok();
    }

    private static string Name(CallBody body, string field) =>
        Sizes.Characters(field, body.Required(field, ErrorCodes.BadTagName), LongestName);

    /// <summary>A group with some of its tags; only a list says that they are not deleted.</summary>
    private static object Shape(TagGroup group, IEnumerable<Tag> tags, bool isListed) =>
        new
        {
            group_id = group.Id,
            group_name = group.Name,
            create_time = group.CreatedAt.ToUnixTimeSeconds(),
            order = group.Order,
            deleted = isListed ? (bool?)false : null,
            tag = tags.OrderByDescending(tag => tag.Order)
                .Select(tag => new
                {
                    id = tag.Id,
                    name = tag.Name,
                    create_time = tag.CreatedAt.ToUnixTimeSeconds(),
                    order = tag.Order,
                    deleted = isListed ? (bool?)false : null,
                }),
        };
}
