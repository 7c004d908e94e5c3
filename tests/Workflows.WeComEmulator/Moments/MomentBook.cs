namespace Workflows.WeComEmulator.Moments;

/// <summary>Posts and their jobs.</summary>
internal sealed class MomentBook
{
    private readonly Dictionary<string, Moment> _moments = [];
    private readonly Dictionary<string, MomentJob> _jobs = [];
    private readonly Dictionary<string, MomentTask> _tasks = [];

    public static int MostRunningJobs => 10;

    public IEnumerable<Moment> All => _moments.Values;

    public void Add(MomentJob job)
    {
        _jobs.Add(job.JobId, job);
        _moments.Add(job.Moment.MomentId, job.Moment);
        foreach (var task in job.Moment.Tasks)
        {
            _tasks.Add(task.TaskId, task);
        }
    }

    public int RunningJobs(DateTimeOffset now) => _jobs.Values.Count(job => job.Status(now) != MomentJob.Done);

    public MomentJob? Job(string jobId) => _jobs.GetValueOrDefault(jobId);

    public Moment? Find(string momentId) => _moments.GetValueOrDefault(momentId);

    public MomentTask? Task(string taskId) => _tasks.GetValueOrDefault(taskId);

    public IEnumerable<MomentTask> TasksOf(string userId) =>
        _tasks.Values.Where(task => string.Equals(task.UserId, userId, StringComparison.Ordinal));
}
