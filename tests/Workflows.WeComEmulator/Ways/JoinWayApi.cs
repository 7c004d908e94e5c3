using System.Text.Json.Nodes;
using Workflows.WeComEmulator.Calls;
using Workflows.WeComEmulator.Content;

namespace Workflows.WeComEmulator.Ways;

/// <summary>“Join the group” QR codes.</summary>
internal static class JoinWayApi
{
    private const int MostChats = 5;

    public static IEnumerable<ApiMethod> Methods { get; } =
    [
        ApiMethod.Post("externalcontact/groupchat/add_join_way", Add),
        ApiMethod.Post("externalcontact/groupchat/get_join_way", Get),
        ApiMethod.Post("externalcontact/groupchat/update_join_way", Update),
        ApiMethod.Post("externalcontact/groupchat/del_join_way", Delete),
    ];

    private static JsonObject Add(Call call)
    {
        if (call.Company.Ways.Count >= WayBook.Most)
        {
            throw new RefusedException(ErrorCodes.WayQuota);
        }

        var way = new JoinWay(call.Company.Ids.Next(string.Empty, 32), call.Now) { CreatesRooms = true };
        Fill(call, way);
        call.Company.Ways.Joins[way.ConfigId] = way;
        return Answer.Ok(new { config_id = way.ConfigId });
    }

    private static JsonObject Get(Call call)
    {
        var way = Find(call);
        return Answer.Ok(
            new
            {
                join_way = new
                {
                    config_id = way.ConfigId,
                    scene = way.Scene,
                    remark = way.Remark,
                    auto_create_room = way.CreatesRooms ? 1 : 0,
                    room_base_name = way.RoomBaseName,
                    room_base_id = way.RoomBaseId,
                    chat_id_list = way.ChatIds,
                    qr_code = QrCodes.Of(call.Company, way.ConfigId),
                    state = way.State,
                    mark_source = way.MarkSource,
                },
            }
        );
    }

    private static JsonObject Update(Call call)
    {
        Fill(call, Find(call));
        return Answer.Ok();
    }

    private static JsonObject Delete(Call call)
    {
        call.Company.Ways.Joins.Remove(Find(call).ConfigId);
        return Answer.Ok();
    }

    private static void Fill(Call call, JoinWay way)
    {
        var body = call.Body;
        var chats = body.Texts("chat_id_list");
        if (chats.Count is 0 or > MostChats)
        {
            throw RefusedException.TooMany("chat_id_list", chats.Count, MostChats);
        }

        if (chats.Any(chat => !call.Company.Groups.ContainsKey(chat)))
        {
            throw new RefusedException(ErrorCodes.NotACustomerGroup);
        }

        way.Scene = body.Number("scene") is { } scene and (1 or 2)
            ? (int)scene
            : throw RefusedException.Wrong("scene", "must be 1 or 2");
        way.ChatIds = [.. chats];
        way.Remark = Sizes.OptionalCharacters("remark", body.Text("remark"), 30);
        way.State = Sizes.OptionalCharacters("state", body.Text("state"), 30);
        way.CreatesRooms = body.Has("auto_create_room") ? body.Flag("auto_create_room") : way.CreatesRooms;
        way.RoomBaseName = Sizes.OptionalCharacters("room_base_name", body.Text("room_base_name"), 40);
        way.RoomBaseId = body.Number("room_base_id") ?? way.RoomBaseId;
        way.MarkSource = !body.Has("mark_source") || body.Flag("mark_source");
    }

    private static JoinWay Find(Call call) =>
        call.Company.Ways.Joins.GetValueOrDefault(call.Body.Required("config_id"))
        ?? throw new RefusedException(ErrorCodes.BadParameter);
}
