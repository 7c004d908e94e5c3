using System.Text.Json.Nodes;
using Workflows.WeComEmulator.Calls;
using Workflows.WeComEmulator.Content;

namespace Workflows.WeComEmulator.Ways;

/// <summary>“Contact me” QR codes.</summary>
internal static class ContactWayApi
{
    private const int MostUsers = 100;
    private const int LongestLife = 14 * 86_400;

    public static IEnumerable<ApiMethod> Methods { get; } =
    [
        ApiMethod.Post("externalcontact/add_contact_way", Add),
        ApiMethod.Post("externalcontact/get_contact_way", Get),
        ApiMethod.Post("externalcontact/list_contact_way", List),
        ApiMethod.Post("externalcontact/update_contact_way", Update),
        ApiMethod.Post("externalcontact/del_contact_way", Delete),
    ];

    private static JsonObject Add(Call call)
    {
        var body = call.Body;
        var ways = call.Company.Ways;
        if (ways.Count >= WayBook.Most)
        {
            throw new RefusedException(ErrorCodes.WayQuota);
        }

        var way = new ContactWay(call.Company.Ids.Next(string.Empty, 32), call.Now)
        {
            Type = Choice(body, "type", 2),
            Scene = Choice(body, "scene", 2),
            IsTemporary = body.Flag("is_temp"),
        };
        Fill(call, way);
        if (!body.Has("skip_verify"))
        {
            way.SkipVerify = true;
        }

        CheckUsers(way);
        ways.Contacts[way.ConfigId] = way;
        return Answer.Ok(
            new { config_id = way.ConfigId, qr_code = way.Scene == 2 ? QrCodes.Of(call.Company, way.ConfigId) : null }
        );
    }

    private static JsonObject Get(Call call) => Answer.Ok(new { contact_way = Shape(call, Find(call)) });

    private static JsonObject List(Call call)
    {
        var from = call.Body.Number("start_time") ?? 0;
        var to = call.Body.Number("end_time") ?? long.MaxValue;
        var all = call
            .Company.Ways.Contacts.Values.Where(way => !way.IsTemporary)
            .Where(way => way.CreatedAt.ToUnixTimeSeconds() >= from && way.CreatedAt.ToUnixTimeSeconds() <= to)
            .ToList();
        var (page, next) = Paging.Of(all, call.Body.Text("cursor"), call.Body.Limit(1_000, 100));
        return Answer.Ok(
            new { contact_way = page.Select(way => new { config_id = way.ConfigId }), next_cursor = next }
        );
    }

    private static JsonObject Update(Call call)
    {
        var way = Find(call);
        Fill(call, way);
        CheckUsers(way);
        return Answer.Ok();
    }

    private static JsonObject Delete(Call call)
    {
        call.Company.Ways.Contacts.Remove(Find(call).ConfigId);
        return Answer.Ok();
    }

    private static void Fill(Call call, ContactWay way)
    {
        var body = call.Body;
        way.Remark = Sizes.OptionalCharacters("remark", body.Text("remark"), 30) ?? way.Remark;
        way.State = Sizes.OptionalCharacters("state", body.Text("state"), 30) ?? way.State;
        way.Style = (int?)body.Number("style") ?? way.Style;
        way.SkipVerify = body.Has("skip_verify") ? body.Flag("skip_verify") : way.SkipVerify;
        way.MarkSource = body.Has("mark_source") ? body.Flag("mark_source") : way.MarkSource;
        way.IsExclusive = body.Has("is_exclusive") ? body.Flag("is_exclusive") : way.IsExclusive;
        way.UnionId = body.Text("unionid") ?? way.UnionId;
        way.Conclusions = body.Raw("conclusions") ?? way.Conclusions;
        way.ExpiresIn = Life(body, "expires_in") ?? way.ExpiresIn;
        way.ChatExpiresIn = Life(body, "chat_expires_in") ?? way.ChatExpiresIn;
        way.Users = body.Has("user") ? [.. body.Texts("user").Select(user => call.Member(user).UserId)] : way.Users;
        way.Parties = body.Has("party") ? body.Numbers("party") : way.Parties;
    }

    private static long? Life(CallBody body, string field) =>
        body.Number(field) is not { } seconds ? null
        : seconds is > 0 and <= LongestLife ? seconds
        : throw RefusedException.Wrong(field, "must be at most 14 days");

    private static void CheckUsers(ContactWay way)
    {
        if (way.Users.Count > MostUsers || (way.Type == 1 && (way.Users.Count != 1 || way.Parties.Count > 0)))
        {
            throw RefusedException.Wrong(
                "user",
                "must be one member for type 1, at most 100 for type 2",
                ErrorCodes.WayUsers
            );
        }

        if (way.IsTemporary && way.Type != 1)
        {
            throw RefusedException.Wrong("is_temp", "is for a single member only");
        }

        if (way.Users.Count == 0 && way.Parties.Count == 0)
        {
            throw RefusedException.Missing("user and party");
        }
    }

    private static int Choice(CallBody body, string field, int most) =>
        body.Number(field) is { } number && number >= 1 && number <= most
            ? (int)number
            : throw RefusedException.Wrong(field, $"must be between 1 and {most}");

    private static ContactWay Find(Call call) =>
        call.Company.Ways.Contacts.GetValueOrDefault(call.Body.Required("config_id"))
        ?? throw new RefusedException(ErrorCodes.BadParameter);

    private static object Shape(Call call, ContactWay way) =>
        new
        {
            config_id = way.ConfigId,
            type = way.Type,
            scene = way.Scene,
            style = way.Style,
            remark = way.Remark,
            skip_verify = way.SkipVerify,
            state = way.State,
            qr_code = way.Scene == 2 ? QrCodes.Of(call.Company, way.ConfigId) : null,
            user = way.Users,
            party = way.Parties,
            is_temp = way.IsTemporary,
            expires_in = way.ExpiresIn,
            chat_expires_in = way.ChatExpiresIn,
            unionid = way.UnionId,
            mark_source = way.MarkSource,
            conclusions = way.Conclusions,
        };
}
