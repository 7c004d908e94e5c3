namespace Workflows.Runtime.Definitions;

/// <summary>The stable codes of everything that can be wrong with a workflow definition.</summary>
public static class WorkflowCodes
{
    /// <summary>The document is not JSON.</summary>
    public const string NotJson = "WF001";

    /// <summary>A member has the wrong shape.</summary>
    public const string WrongShape = "WF002";

    /// <summary>A required member is missing.</summary>
    public const string MissingMember = "WF003";

    /// <summary>Two activities of one container have the same id.</summary>
    public const string DuplicateId = "WF004";

    /// <summary>The activity type is not known here.</summary>
    public const string UnknownActivity = "WF005";

    /// <summary>The activity type is known, but not in this version.</summary>
    public const string UnknownVersion = "WF006";

    /// <summary>A required input has no value.</summary>
    public const string MissingInput = "WF007";

    /// <summary>A connection leads from or to an activity that is not there.</summary>
    public const string DanglingConnection = "WF008";

    /// <summary>A connection follows an outcome the activity does not have.</summary>
    public const string UnknownOutcome = "WF009";

    /// <summary>Nothing leads to the activity.</summary>
    public const string Unreachable = "WF010";

    /// <summary>The notation of an expression is not known here.</summary>
    public const string UnknownNotation = "WF011";

    /// <summary>A literal does not fit the type of its input and would become 0, false or nothing.</summary>
    public const string LostLiteral = "WF012";

    /// <summary>An expression names a variable that nothing around it declares.</summary>
    public const string UnknownVariable = "WF013";

    /// <summary>A loop in which nothing waits.</summary>
    public const string EndlessLoop = "WF014";

    /// <summary>A connection jumps back into a branch.</summary>
    public const string JumpIntoBranch = "WF015";

    /// <summary>A loop comes back to a fork while something of the last round still waits, and will wait twice.</summary>
    public const string WaitsTwice = "WF016";

    /// <summary>A workflow used as an activity contains itself.</summary>
    public const string ContainsItself = "WF017";

    /// <summary>The inputs of a trigger must be known without a running instance.</summary>
    public const string TriggerNotStatic = "WF018";

    /// <summary>The schedule cannot be read.</summary>
    public const string BadSchedule = "WF019";

    /// <summary>The workflow has no root activity.</summary>
    public const string NoRoot = "WF020";

    /// <summary>The time zone is not known here.</summary>
    public const string UnknownTimeZone = "WF021";

    /// <summary>The activity completes the whole workflow although it stands in an inner container.</summary>
    public const string CompletesWorkflow = "WF022";

    /// <summary>With this incident strategy a failed step leaves the instance waiting for ever.</summary>
    public const string WaitsForEver = "WF023";

    /// <summary>A merge mode that has no effect, or that leaves instances waiting for ever.</summary>
    public const string MergeMode = "WF024";

    /// <summary>The workflow that is to be started is not published.</summary>
    public const string UnknownWorkflow = "WF025";

    /// <summary>A value that is written down is less or more than its input allows.</summary>
    public const string OutOfRange = "WF026";

    /// <summary>A text that is written down does not have the form its input asks for.</summary>
    public const string WrongPattern = "WF027";

    /// <summary>An activity names an input or output that the workflow does not declare.</summary>
    public const string UndeclaredName = "WF028";

    /// <summary>The retry strategy is not known here.</summary>
    public const string UnknownStrategy = "WF030";

    /// <summary>A variable that is to be in memory only is stored all the same.</summary>
    public const string KeptVariable = "WF031";

    /// <summary>The document would empty a workflow that was published.</summary>
    public const string EmptyCanvas = "WF029";
}
