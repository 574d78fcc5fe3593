/** Words that tell nothing of what is looked for, as `plain` writes them; kept inside quotation marks. */
const spoken = `a ai as au aux avec c ce ces cet cette d dans de des du elle elles en est et eu eux il ils j je jusqu l la le les leur leurs lorsqu lui m ma mais me
 meme mes mon n ne nos notre nous on ont ou par pas pour puisqu qu que quel quelle quelles quels qui quoiqu s sa se ses si son sont sur t ta te tes ton tu un une
 vers vos votre vous y comment pourquoi quoi`;

export const stopWords: ReadonlySet<string> = new Set(spoken.split(/\s+/));
