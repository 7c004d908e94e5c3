namespace Workflows.Marketing.Segments;

/// <summary>Why a part of a condition is not left to the database: its answer could differ from the rule's.</summary>
public enum PlanReason
{
    /// <summary>The store keeps its contacts in memory.</summary>
    NoDatabase,

    /// <summary>There is no translation for what is called.</summary>
    NotTranslated,

    /// <summary>The answer depends on the culture that asks.</summary>
    Culture,

    /// <summary>Databases count or change letters in their own way.</summary>
    Letters,

    /// <summary>Numbers could be rounded, or run over, in another way.</summary>
    Arithmetic,

    /// <summary>Parts of a date depend on the offset with which it was written, or on the calendar.</summary>
    Calendar,

    /// <summary>It matters in which order rows are looked at, because looking at one may fail.</summary>
    Order,

    /// <summary>The attribute's name or a text has characters that a query cannot say safely.</summary>
    Characters,
}
