using System.Text.Json;

namespace Workflows.WeComEmulator.Moments;

/// <summary>A post in the words of <c>get_moment_list</c>.</summary>
internal static class MomentShape
{
    public static object Of(Moment moment) =>
        new
        {
            moment_id = moment.MomentId,
            creator = moment.Creator,
            create_time = moment.CreatedAt.ToUnixTimeSeconds(),
            create_type = 0,
            visible_type = moment.Tags.Count > 0 ? 0 : 1,
            text = moment.Content.Text,
            image = Parts(moment, "image") is { Count: > 0 } images ? images : null,
            video = Parts(moment, "video").Select(part => (JsonElement?)part).FirstOrDefault(),
            link = Parts(moment, "link").Select(part => (JsonElement?)part).FirstOrDefault(),
        };

    private static List<JsonElement> Parts(Moment moment, string type) =>
        [
            .. moment
                .Content.Attachments.Where(attachment => attachment.TryGetProperty(type, out _))
                .Select(attachment => attachment.GetProperty(type)),
        ];
}
