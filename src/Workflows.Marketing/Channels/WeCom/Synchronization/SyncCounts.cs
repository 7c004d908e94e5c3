namespace Workflows.Marketing.Channels.WeCom.Synchronization;

/// <summary>What a run met, and what it found to be different.</summary>
public sealed record SyncCounts
{
    /// <summary>Nothing yet.</summary>
    public static SyncCounts None { get; } = new();

    /// <summary>Friendships that were compared.</summary>
    public int Friends { get; init; }

    /// <summary>Friendships we did not know.</summary>
    public int Added { get; init; }

    /// <summary>Friendships that are over, and we did not know.</summary>
    public int Lost { get; init; }

    /// <summary>Profiles, remarks or tags that were different.</summary>
    public int Changed { get; init; }

    /// <summary>Groups that were compared.</summary>
    public int Groups { get; init; }

    /// <summary>Members of groups we did not know.</summary>
    public int Joined { get; init; }

    /// <summary>Members of groups who are gone, and we did not know.</summary>
    public int Left { get; init; }

    /// <summary>Customers who wait for another member of staff.</summary>
    public int Unassigned { get; init; }

    /// <summary>Days of members of staff and of owners of groups whose figures were taken over.</summary>
    public int Days { get; init; }

    /// <summary>Likes and comments of Moments that were read.</summary>
    public int Reactions { get; init; }

    /// <summary>These and more.</summary>
    public SyncCounts Plus(SyncCounts more)
    {
        ArgumentNullException.ThrowIfNull(more);
        return new SyncCounts
        {
            Friends = Friends + more.Friends,
            Added = Added + more.Added,
            Lost = Lost + more.Lost,
            Changed = Changed + more.Changed,
            Groups = Groups + more.Groups,
            Joined = Joined + more.Joined,
            Left = Left + more.Left,
            Unassigned = Unassigned + more.Unassigned,
            Days = Days + more.Days,
            Reactions = Reactions + more.Reactions,
        };
    }
}
