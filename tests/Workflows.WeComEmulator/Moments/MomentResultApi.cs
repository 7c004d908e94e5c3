using System.Text.Json.Nodes;
using Workflows.WeComEmulator.Calls;

namespace Workflows.WeComEmulator.Moments;

/// <summary>What became of posts: who published, who sees them, who reacted.</summary>
internal static class MomentResultApi
{
    private const long MostDays = 30 * 86_400;

    public static IEnumerable<ApiMethod> Methods { get; } =
    [
        ApiMethod.Post("externalcontact/get_moment_list", List),
        ApiMethod.Post("externalcontact/get_moment_task", Tasks),
        ApiMethod.Post("externalcontact/get_moment_customer_list", Customers),
        ApiMethod.Post("externalcontact/get_moment_send_result", SendResult),
        ApiMethod.Post("externalcontact/get_moment_comments", Comments),
    ];

    private static JsonObject List(Call call)
    {
        var body = call.Body;
        var from = body.Number("start_time") ?? throw RefusedException.Missing("start_time");
        var to = body.Number("end_time") ?? throw RefusedException.Missing("end_time");
        if (to - from is < 0 or > MostDays)
        {
            throw RefusedException.Wrong("end_time", "must be within 30 days of start_time");
        }

        var all = call
            .Company.Moments.All.Where(moment =>
                moment.CreatedAt.ToUnixTimeSeconds() >= from && moment.CreatedAt.ToUnixTimeSeconds() <= to
            )
            .ToList();
        var (page, next) = Paging.Of(all, body.Text("cursor"), body.Limit(20, 20));
        return Answer.Ok(new { next_cursor = next, moment_list = page.Select(MomentShape.Of) });
    }

    private static JsonObject Tasks(Call call)
    {
        var moment = MomentApi.Find(call);
        var (page, next) = Paging.Of(moment.Tasks, call.Body.Text("cursor"), call.Body.Limit(1_000, 500));
        return Answer.Ok(
            new
            {
                next_cursor = next,
                task_list = page.Select(task => new
                {
                    userid = task.UserId,
                    publish_status = task.PublishedAt is null ? 0 : 1,
                }),
            }
        );
    }

    /// <summary>The customers a member chose when publishing; here everybody the post is meant for.</summary>
    private static JsonObject Customers(Call call)
    {
        var task = Task(call);
        var (page, next) = Paging.Of(
            MomentPublishing.Audience(call.Company, task),
            call.Body.Text("cursor"),
            call.Body.Limit(1_000, 500)
        );
        return Answer.Ok(
            new
            {
                next_cursor = next,
                customer_list = page.Select(id => new { userid = task.UserId, external_userid = id }),
            }
        );
    }

    private static JsonObject SendResult(Call call)
    {
        var (page, next) = Paging.Of(Task(call).Viewers, call.Body.Text("cursor"), call.Body.Limit(5_000, 3_000));
        return Answer.Ok(new { next_cursor = next, customer_list = page.Select(id => new { external_userid = id }) });
    }

    private static JsonObject Comments(Call call)
    {
        var task = Task(call);
        var mine = task
            .Moment.Reactions.Where(reaction => string.Equals(reaction.UserId, task.UserId, StringComparison.Ordinal))
            .ToList();
        return Answer.Ok(
            new
            {
                comment_list = mine.Where(reaction => reaction.Comment is not null).Select(Shape),
                like_list = mine.Where(reaction => reaction.Comment is null).Select(Shape),
            }
        );
    }

    private static object Shape(MomentReaction reaction) =>
        new { external_userid = reaction.Customer, create_time = reaction.At.ToUnixTimeSeconds() };

    private static MomentTask Task(Call call)
    {
        var userId = call.Body.Required("userid");
        return MomentApi.Find(call).Tasks.Find(task => string.Equals(task.UserId, userId, StringComparison.Ordinal))
            ?? throw new RefusedException(ErrorCodes.NoSuchUser);
    }
}
