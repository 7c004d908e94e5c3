namespace Workflows.WeComEmulator.MassMessages;

/// <summary>All mass messages, and their tasks by id.</summary>
internal sealed class MassMessageBook
{
    private readonly Dictionary<string, MassMessage> _messages = [];
    private readonly Dictionary<string, MassTask> _tasks = [];

    public IEnumerable<MassMessage> All => _messages.Values;

    public void Add(MassMessage message)
    {
        _messages.Add(message.MsgId, message);
        foreach (var task in message.Tasks)
        {
            _tasks.Add(task.TaskId, task);
        }
    }

    public MassMessage? Find(string msgId) => _messages.GetValueOrDefault(msgId);

    public MassTask? Task(string taskId) => _tasks.GetValueOrDefault(taskId);

    public IEnumerable<MassTask> TasksOf(string userId) =>
        _tasks.Values.Where(task => string.Equals(task.UserId, userId, StringComparison.Ordinal));
}
