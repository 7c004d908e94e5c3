namespace Workflows.Storage.Links;

/// <summary>By what orders are added up.</summary>
public enum SalesView
{
    /// <summary>By content and version.</summary>
    Content,

    /// <summary>By journey.</summary>
    Journey,

    /// <summary>By the member of the staff who spoke.</summary>
    Staff,

    /// <summary>By the group it was said in.</summary>
    Group,

    /// <summary>By the message's name, for example one slot of an SOP.</summary>
    Template,
}
