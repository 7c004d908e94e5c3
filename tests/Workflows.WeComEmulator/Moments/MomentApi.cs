using System.Text.Json.Nodes;
using Workflows.WeComEmulator.Calls;

namespace Workflows.WeComEmulator.Moments;

/// <summary>Posts in customers' Moments: made, asked for, cancelled.</summary>
internal static class MomentApi
{
    private const int MostSenders = 100_000;

    public static IEnumerable<ApiMethod> Methods { get; } =
    [
        ApiMethod.Post("externalcontact/add_moment_task", Add),
        ApiMethod.Get("externalcontact/get_moment_task_result", Result),
        ApiMethod.Post("externalcontact/cancel_moment_task", Cancel),
    ];

    private static JsonObject Add(Call call)
    {
        var book = call.Company.Moments;
        if (book.RunningJobs(call.Now) >= MomentBook.MostRunningJobs)
        {
            throw new RefusedException(ErrorCodes.TooManyMomentJobs);
        }

        var content = MomentReader.Read(call);
        var range = call.Body.Part("visible_range");
        var senders = range?.Part("sender_list")?.Texts("user_list") ?? [];
        var departments = range?.Part("sender_list")?.Numbers("department_list") ?? [];
        var tags = range?.Part("external_contact_list")?.Texts("tag_list") ?? [];
        if (senders.Count > MostSenders)
        {
            throw RefusedException.TooMany("visible_range.sender_list.user_list", senders.Count, MostSenders);
        }

        List<string> known = [.. tags.Where(tag => call.Company.Tags.Find(tag) is not null)];
        var moment = new Moment(call.Company.Ids.Next("mom"), call.App.Name, content, known, call.Now);
        var able = Senders(call, senders, departments);
        var job = new MomentJob(
            call.Company.Ids.Next("job"),
            moment,
            [.. senders.Except(able, StringComparer.Ordinal)],
            [.. tags.Except(known, StringComparer.Ordinal)],
            call.Now
        );
        MomentPublishing.Hand(call.Company, job, able);
        return Answer.Ok(new { jobid = job.JobId });
    }

    private static List<string> Senders(Call call, IReadOnlyList<string> senders, IReadOnlyList<int> departments)
    {
        var everybody = senders.Count == 0 && departments.Count == 0;
        return
        [
            .. call
                .Company.Members.Values.Where(member => member.CanServe && call.App.Sees(member.UserId))
                .Where(member =>
                    everybody || senders.Contains(member.UserId) || departments.Contains(member.Department)
                )
                .Select(member => member.UserId),
        ];
    }

    private static JsonObject Result(Call call)
    {
        var job = call.Company.Moments.Job(call.Asked("jobid"));
        if (job is null || job.HasExpired(call.Now))
        {
            throw new RefusedException(ErrorCodes.BadParameter);
        }

        var status = job.Status(call.Now);
        return Answer.Ok(
            new
            {
                status,
                type = "add_moment_task",
                result = status == MomentJob.Done ? Shape(job) : null,
            }
        );
    }

    private static object Shape(MomentJob job) =>
        job.Moment.Tasks.Count == 0
            ? new { errcode = ErrorCodes.NobodyLeft, errmsg = ErrorTexts.Of(ErrorCodes.NobodyLeft) }
            : new
            {
                errcode = 0,
                errmsg = "ok",
                moment_id = job.Moment.MomentId,
                invalid_sender_list = new { user_list = job.InvalidSenders, department_list = Array.Empty<int>() },
                invalid_external_contact_list = new { tag_list = job.InvalidTags },
            };

    private static JsonObject Cancel(Call call)
    {
        foreach (var task in Find(call).Tasks.Where(task => task.IsPending))
        {
            task.IsCancelled = true;
        }

        return Answer.Ok();
    }

    /// <summary>The post that a request names.</summary>
    public static Moment Find(Call call) =>
        call.Company.Moments.Find(call.Body.Required("moment_id", ErrorCodes.BadMoment))
        ?? throw new RefusedException(ErrorCodes.BadMoment);
}
