using Workflows.Marketing.Content;

namespace Workflows.Host.Commands.Content;

/// <summary>What people call states and steps.</summary>
internal static class ContentWords
{
    public static string Of(ContentState state, bool isChinese) =>
        !isChinese
            ? state.ToString()
            : state switch
            {
                ContentState.Draft => "草稿",
                ContentState.Review => "待审核",
                ContentState.Approved => "已通过",
                ContentState.Used => "已使用",
                _ => "已撤下",
            };

    public static string Of(ContentStep step, bool isChinese) =>
        !isChinese
            ? step.ToString()
            : step switch
            {
                ContentStep.Write => "编写",
                ContentStep.Submit => "提交审核",
                ContentStep.Approve => "通过",
                ContentStep.Refuse => "退回",
                ContentStep.Withdraw => "撤下",
                ContentStep.Reinstate => "恢复",
                _ => "首次发送",
            };
}
