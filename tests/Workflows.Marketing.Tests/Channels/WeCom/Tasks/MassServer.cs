using System.Text.Json.Nodes;

namespace Workflows.Marketing.Tests.Channels.WeCom.Tasks;

/// <summary>Mass messages as WeCom keeps them, behind a <see cref="WeComServer"/>; faults come by dice.</summary>
internal sealed class MassServer
{
    private readonly List<MassServerTask> _tasks = [];
    private readonly Func<string, MassServerFault> _fault;
    private readonly TimeProvider _clock;

    public MassServer(WeComServer server, TimeProvider clock, Func<string, MassServerFault>? fault = null)
    {
        (_clock, _fault) = (clock, fault ?? (_ => MassServerFault.None));
        server.Answer = call =>
        {
            lock (_tasks)
            {
                return Answer(call);
            }
        };
    }

    /// <summary>Customers whom WeCom leaves out.</summary>
    public HashSet<string> Strangers { get; } = [];

    /// <summary>Ids that WeCom refuses the whole call for.</summary>
    public HashSet<string> NoIds { get; } = [];

    public IReadOnlyList<MassServerTask> Tasks => _tasks;

    private WeComServerAnswer Answer(WeComServerCall call)
    {
        var api = call.Path[(call.Path.LastIndexOf('/') + 1)..];
        var fault = _fault(api);
        if (fault is MassServerFault.Refused or MassServerFault.Lost)
        {
            return Failed(fault);
        }

        var answer = api switch
        {
            "add_msg_template" => Add(call.Body!),
            "get_groupmsg_list_v2" => List(call.Body!),
            "get_groupmsg_task" => Members(Find(call)),
            "get_groupmsg_send_result" => Results(call),
            "cancel_groupmsg_send" => Cancel(call),
            _ => Error(0),
        };
        return fault == MassServerFault.AnswerLost ? Failed(fault) : new WeComServerAnswer(answer);
    }

    private static WeComServerAnswer Failed(MassServerFault fault) =>
        fault == MassServerFault.Refused
            ? new WeComServerAnswer(Error(45033))
            : new WeComServerAnswer("<html>bad gateway</html>", 502);

    private string Add(JsonNode body)
    {
        var isGroup = (string?)body["chat_type"] is "group";
        string[] asked = [.. body[isGroup ? "chat_id_list" : "external_userid"]!.AsArray().Select(id => (string)id!)];
        if (asked.Any(NoIds.Contains))
        {
            return Error(40096);
        }

        string[] reached = [.. asked.Where(id => !Strangers.Contains(id))];
        if (reached.Length == 0)
        {
            return Error(41048);
        }

        var task = new MassServerTask(
            $"msg{_tasks.Count}",
            (string?)body["sender"] ?? "closest",
            isGroup,
            reached,
            body["text"]?.DeepClone(),
            body["attachments"]?.DeepClone(),
            _clock.GetUtcNow()
        );
        _tasks.Add(task);
        return new JsonObject
        {
            ["errcode"] = 0,
            ["msgid"] = task.Msgid,
            ["fail_list"] = new JsonArray([.. asked.Except(reached).Select(id => (JsonNode)id)]),
        }.ToJsonString();
    }

    private string List(JsonNode body)
    {
        var tasks = _tasks.Where(task =>
            task.IsGroup == ((string?)body["chat_type"] is "group")
            && task.At.ToUnixTimeSeconds() >= (long)body["start_time"]!
            && task.At.ToUnixTimeSeconds() <= (long)body["end_time"]!
        );
        return new JsonObject
        {
            ["errcode"] = 0,
            ["group_msg_list"] = new JsonArray([
                .. tasks.Select(task => new JsonObject
                {
                    ["msgid"] = task.Msgid,
                    ["create_time"] = task.At.ToUnixTimeSeconds(),
                    ["text"] = task.Text?.DeepClone(),
                    ["attachments"] = task.Attachments?.DeepClone(),
                }),
            ]),
        }.ToJsonString();
    }

    private static string Members(MassServerTask? task) =>
        task is null
            ? Error(41047)
            : $$"""{"errcode":0,"task_list":[{"userid":"{{task.Sender}}","status":0,"send_time":0}]}""";

    private string Results(WeComServerCall call)
    {
        if (Find(call) is not { } task)
        {
            return Error(41047);
        }

        return !string.Equals((string?)call.Body!["userid"], task.Sender, StringComparison.Ordinal)
            ? Error(60111)
            : new JsonObject
            {
                ["errcode"] = 0,
                ["send_list"] = new JsonArray([
                    .. task.Recipients.Select(id => new JsonObject
                    {
                        [task.IsGroup ? "chat_id" : "external_userid"] = id,
                        ["userid"] = task.Sender,
                        ["status"] = task.Statuses.GetValueOrDefault(id),
                    }),
                ]),
            }.ToJsonString();
    }

    private string Cancel(WeComServerCall call)
    {
        if (Find(call) is not { } task)
        {
            return Error(41047);
        }

        task.IsCancelled = true;
        return Error(0);
    }

    private MassServerTask? Find(WeComServerCall call) =>
        _tasks.Find(task => string.Equals(task.Msgid, (string?)call.Body!["msgid"], StringComparison.Ordinal));

    private static string Error(int code) => $$"""{"errcode":{{code}},"errmsg":"said"}""";
}
