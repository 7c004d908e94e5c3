using Workflows.WeComEmulator.Callbacks;
using Workflows.WeComEmulator.Calls;
using Workflows.WeComEmulator.Clocks;
using Workflows.WeComEmulator.Customers;
using Workflows.WeComEmulator.Faults;
using Workflows.WeComEmulator.Groups;
using Workflows.WeComEmulator.Kf;
using Workflows.WeComEmulator.Log;
using Workflows.WeComEmulator.Mail;
using Workflows.WeComEmulator.MassMessages;
using Workflows.WeComEmulator.Media;
using Workflows.WeComEmulator.Members;
using Workflows.WeComEmulator.Moments;
using Workflows.WeComEmulator.Police;
using Workflows.WeComEmulator.Quotas;
using Workflows.WeComEmulator.Tags;
using Workflows.WeComEmulator.Transfers;
using Workflows.WeComEmulator.Ways;
using Workflows.WeComEmulator.WeChat;
using Workflows.WeComEmulator.Welcome;

namespace Workflows.WeComEmulator.Corp;

/// <summary>The company at WeCom: everything the emulator knows. One thing happens at a time, inside <see cref="Do"/>.</summary>
internal sealed class Company
{
    private readonly Lock _gate = new();
    private long _version;

    public Company(string id, string name, TimeZoneInfo timeZone, EmulatorClock clock, int seed)
    {
        Id = id;
        Name = name;
        TimeZone = timeZone;
        Clock = clock;
        Dice = new Random(seed);
        Ids = new Ids(seed);
        Agenda = new Agenda(clock);
        Tokens = new AccessTokens(Ids);
        Violations = new ViolationBook(clock);
        Faults = new FaultBoard(seed);
        Log = new MessageLog(this);
        Quotas = new QuotaLedger(timeZone);
        Callbacks = new CallbackOutbox(this, seed);
    }

    public string Id { get; }
    public string Name { get; }
    public TimeZoneInfo TimeZone { get; }

    /// <summary>Where the emulator listens, known once it does.</summary>
    public string Address { get; set; } = string.Empty;

    /// <summary>Where its mail server listens.</summary>
    public int MailPort { get; set; }

    public EmulatorClock Clock { get; }
    public Random Dice { get; }
    public Ids Ids { get; }
    public Agenda Agenda { get; }
    public AccessTokens Tokens { get; }
    public ViolationBook Violations { get; }
    public FaultBoard Faults { get; }
    public MessageLog Log { get; }
    public QuotaLedger Quotas { get; }
    public CallRates Rates { get; } = new();
    public CallTally Calls { get; } = new();
    public CallbackOutbox Callbacks { get; }
    public TagBook Tags { get; } = new();
    public WayBook Ways { get; } = new();
    public WelcomeBook Welcome { get; } = new();
    public MassMessageBook MassMessages { get; } = new();
    public MomentBook Moments { get; } = new();
    public TransferBook Transfers { get; } = new();
    public MediaShelf Media { get; } = new();
    public WeChatBook WeChat { get; } = new();
    public KfBook Kf { get; } = new();
    public Mailbox Mail { get; } = new();
    public Dictionary<string, CorpApp> Apps { get; } = [];
    public Dictionary<string, Member> Members { get; } = [];
    public Dictionary<string, Customer> Customers { get; } = [];
    public Dictionary<string, CustomerGroup> Groups { get; } = [];

    /// <summary>Grows with everything that happens, so that a page knows when to look again.</summary>
    public long Version => Interlocked.Read(ref _version);

    /// <summary>A time as the company's clocks on the wall show it.</summary>
    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, TimeZone);

    /// <summary>The name of a member or a customer; the id itself if it is neither's.</summary>
    public string NameOf(string? id) =>
        id is null ? string.Empty
        : Members.TryGetValue(id, out var member) ? member.Name
        : Customers.TryGetValue(id, out var customer) ? customer.Name
        : id;

    public T Do<T>(Func<T> act)
    {
        lock (_gate)
        {
            Agenda.RunDue();
            var result = act();
            Interlocked.Increment(ref _version);
            return result;
        }
    }

    public void Do(Action act) =>
        Do(() =>
        {
            act();
            return true;
        });

    /// <summary>Does what has come due; a turn without anything due changes nothing.</summary>
    public void Tick()
    {
        lock (_gate)
        {
            var before = Agenda.Count;
            Agenda.RunDue();
            Callbacks.ReleaseHeld();
            if (before != Agenda.Count)
            {
                Interlocked.Increment(ref _version);
            }
        }
    }

    /// <summary>Looks without being seen: the version stays.</summary>
    public T See<T>(Func<T> look)
    {
        lock (_gate)
        {
            return look();
        }
    }
}
